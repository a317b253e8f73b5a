/** The names that are known on the page `semantic`, each after the id of what it stands in: in the text's order. */
export const SEMANTIC_NAMES: readonly string[] = [
  'title: مسقط',
  'lead: عباس عراقچی',
  'lead: عمان',
  'lead: دونالد ترامپ',
  'lead: ایران',
  'lead: تهران',
  'lead: واشنگتن',
  'second: عراقچی',
  'second: ایران',
  'second: مسعود پزشکیان',
  'second: ترامپ',
  'second: ولادیمیر پوتین',
];
