/** The first mentions on the page `semantic`, each after the id of what it stands in: in the text's order. */
export const SEMANTIC_NAMES: readonly string[] = [
  'title: مسقط',
  'lead: عباس عراقچی',
  'lead: عمان',
  'lead: دونالد ترامپ',
  'lead: ایران',
  'lead: تهران',
  'lead: واشنگتن',
  'second: مسعود پزشکیان',
  'second: ولادیمیر پوتین',
];

/** How many names are marked when all mentions are. */
export const SEMANTIC_MENTIONS = 12;
