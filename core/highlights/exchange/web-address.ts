/**
 * The address as a link may hold it: http or https, written by the URL standard, so without white space, quotes
 * and angle brackets. Undefined for all else (`javascript:` and the like).
 */
export function webAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
