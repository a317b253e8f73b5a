import type { Entity } from '../../../core/knowledge/entity.ts';
import { randomNumbers } from '../names.ts';

const WORDS = 3000;
const SENTENCES_A_PARAGRAPH = 4;

/** An article of 3,000 words with the furniture of a news page, made of our own entries' sentences. The same each time. */
export function makeArticle(own: readonly Entity[]): string {
  const random = randomNumbers(5);
  const sentences = own.flatMap((entity) => entity.background?.split(/(?<=\.) /) ?? []);
  const paragraphs: string[] = [];
  for (let words = 0; words < WORDS; ) {
    const text = Array.from(
      { length: SENTENCES_A_PARAGRAPH },
      () => sentences[Math.floor(random() * sentences.length)] ?? '',
    ).join(' ');
    words += text.split(' ').length;
    paragraphs.push(`<p>${text.replaceAll('<', '&lt;')}</p>`);
  }
  const links = Array.from(
    { length: 12 },
    (_, index) => `<li><a href="#${index}">خبر شماره ${index} از ایران و جهان</a></li>`,
  );
  return `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>خبر</title>
<style>body { font: 18px/2 sans-serif; margin: 24px auto; max-width: 720px }</style></head><body>
<nav><ul>${links.join('')}</ul></nav><main><article><h1>خبری از ایران</h1>${paragraphs.join('\n')}</article></main>
<aside><ul>${links.join('')}</ul></aside><footer>ایران</footer></body></html>`;
}
