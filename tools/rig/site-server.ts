import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/**
 * A proxy that answers for every host with our fixture pages, so that the very packages which go to the
 * stores can be tested on the addresses of real news sites. Nothing leaves the machine.
 */
export interface SiteServer {
  readonly port: number;
  /** Every address that was asked for. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

const PAGES = fileURLToPath(new URL('../../tests/fixtures/pages/', import.meta.url));
const DEMO = fileURLToPath(new URL('../demo/article.html', import.meta.url));
const STRICT_POLICY = "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'";
/** UTF-16 units of the page that stands for a book in one text node. */
const BOOK_LENGTH = 5_000_000;

/** @param made further pages by their names, beside the fixtures */
export async function serveSites(made: ReadonlyMap<string, string> = new Map()): Promise<SiteServer> {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://nowhere.invalid');
    requests.push(url.href);
    const name = url.pathname.split('/')[1] ?? '';
    const body = made.get(name) ?? (await bodyOf(name, requests.filter((one) => one === url.href).length));
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      ...(name === 'strict-policy' ? { 'content-security-policy': STRICT_POLICY } : {}),
    });
    response.end(body ?? 'not found');
  });
  // https is refused at once; the browsers' own errands end here too
  server.on('connect', (_, socket) => {
    socket.on('error', () => {}); // a browser that was killed
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function bodyOf(name: string, visit: number): Promise<string | undefined> {
  if (name === 'book') return book();
  if (name === 'changing') return changing(visit);
  if (name === 'corrected') return corrected(visit);
  if (name === 'demo') return readFile(DEMO, 'utf8');
  return readFile(`${PAGES}${name.replace(/[^a-z-]/g, '')}.html`, 'utf8').catch(() => undefined);
}

/** A page whose text is another from the second visit on. */
function changing(visit: number): string {
  const text =
    visit === 1
      ? '<p>این جمله نخست است که از ایران می‌گوید و هنوز در صفحه هست و از روسیه هم چیزی می‌گوید.</p>'
      : '<p id="changed">همه چیز دیگر شد و از آن خبر چیزی در این صفحه نیست، اما این صفحه باز هم فارسی است.</p>';
  return `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><title>خبر</title><body>${text}</body></html>`;
}

/** A page that was corrected and rearranged between the first visit and the second. */
function corrected(visit: number): string {
  const lead =
    'سخنگوی دولت در نشست امروز از آغاز طرح تازه برای بازسازی راه‌های روستایی در استان‌های جنوبی ایران خبر داد.';
  const slip = 'او گفت که این طرح با همکاری شهرداری‌ها انجم می‌شود و هزینه آن از بودجه عمرانی سال آینده پرداخت خواهد شد.';
  const end = 'کارشناسان می‌گویند که باران‌های پاییزی کار را در ماه‌های آینده دشوار می‌کند و باید زودتر آغاز شود.';
  const paragraphs =
    visit === 1
      ? [lead, slip, end]
      : [
          'به‌روزرسانی: این خبر پس از انتشار اصلاح شده است.',
          end.replaceAll('\u200c', '').replaceAll('ی', 'ي'),
          lead.replace(' برای بازسازی', '</p><div class="ad">آگهی: فروش ویژه لوازم خانگی</div><p>برای بازسازی'),
          slip.replace('انجم', 'انجام'),
        ];
  const body = paragraphs.map((text) => `<p>${text}</p>`).join('');
  return `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><title>خبر</title><body>${body}</body></html>`;
}

/** Not displayed: Chromium takes minutes to lay out one paragraph of this length, with or without us. */
function book(): string {
  const sentence = 'در این بخش از کتاب از ایران و روسیه سخن می‌رود و از این که راه‌های دور چگونه نزدیک شدند. ';
  const text = sentence.repeat(Math.ceil(BOOK_LENGTH / sentence.length));
  return `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><title>کتاب</title><body><p style="display:none">${text}</p></body></html>`;
}
