/** Hands a file to the reader, as a link with the `download` attribute does; nothing leaves the machine. */
export function saveFile(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // the browser has taken the file by the next turn
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
