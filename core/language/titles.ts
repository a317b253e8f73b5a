import { foldKey } from './fold.ts';

const keys = (words: string) => new Set(words.split(/\s+/).filter(Boolean).map(foldKey));

/** Words that stand before a person's name and are no part of it. Given names among them are read as titles. */
export const TITLES: ReadonlySet<string> = keys(`
  آقای آقا خانم جناب سید سیده سردار سرلشکر سرتیپ سرهنگ سپهبد دریادار امیر شهید مرحوم دکتر مهندس پروفسور استاد
  آیت‌الله آیه‌الله آیت الله حجت‌الاسلام والمسلمین حاج حاجی شیخ ملا امام حضرت علامه مولانا ژنرال پرزیدنت سناتور
  رئیس‌جمهور رئیس‌جمهوری وزیر نخست‌وزیر سفیر سخنگو سخنگوی رهبر شاه ملکه پرنس شاهزاده ولیعهد کاپیتان سرمربی
`);

/** Words that continue a surname, so that the name before them is only a part of it: «احمدی نژاد». */
export const SURNAME_TAILS: ReadonlySet<string> = keys(`
  زاده پور نژاد فرد فر نیا خواه پناه دوست منش راد وند نسب مقدم اصل تبار کیا طلب پرست بخش یان
`);

/** First parts of compound given names: «محمد» before «علی احمدی» makes «محمدعلی احمدی». */
export const COMPOUND_FIRST_PARTS: ReadonlySet<string> = keys('محمد امیر غلام عبد عبدال علی میر نور سیف شمس');
