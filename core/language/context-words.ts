import { wordSet } from './word-set.ts';

/** Words that stand before a person's name and are no part of it. Given names among them are read as titles. */
export const TITLES = wordSet(`
  آقای آقا خانم جناب سید سیده سردار سرلشکر سرتیپ سرهنگ سپهبد دریادار امیر شهید مرحوم دکتر مهندس پروفسور استاد
  آیت‌الله آیه‌الله آیت الله حجت‌الاسلام والمسلمین حاج حاجی شیخ ملا امام حضرت علامه مولانا ژنرال پرزیدنت سناتور
  رئیس‌جمهور رئیس‌جمهوری وزیر نخست‌وزیر سفیر سخنگو سخنگوی رهبر شاه ملکه پرنس شاهزاده ولیعهد کاپیتان سرمربی
`);

/** Words that continue a surname, so that the name before them is only a part of it: «احمدی نژاد». */
export const SURNAME_TAILS = wordSet(`
  زاده پور نژاد فرد فر نیا خواه پناه دوست منش راد وند نسب مقدم اصل تبار کیا طلب پرست بخش یان
`);

/** First parts of compound given names: «محمد» before «علی احمدی» makes «محمدعلی احمدی». */
export const COMPOUND_FIRST_PARTS = wordSet('محمد امیر غلام عبد عبدال علی میر نور سیف شمس');

/** What a person does right after the name: «پوتین گفت». */
export const SPEECH_VERBS = wordSet(`
  گفت گفته گفتند افزود افزوده نوشت نوشته تأکید تاکید اعلام اظهار تصریح خاطرنشان ادامه هشدار مدعی خواستار
  می‌گوید میگوید گوید پاسخ دیدار خبر پذیرفت رد توضیح بیان ابراز
`);

/** Streets and squares: the name after them is theirs, whoever it once honoured. */
export const STREET_HEADS = wordSet(`
  خیابان بلوار میدان بزرگراه اتوبان آزادراه کوچه چهارراه سه‌راه پل زیرگذر شهرک محله بوستان پارک ایستگاه مترو پاساژ
`);

/** Institutions that bear the names of people and places: «دانشگاه تهران» is not Tehran. */
export const INSTITUTION_HEADS = wordSet(`
  دانشگاه بیمارستان ورزشگاه استادیوم مدرسه دبیرستان دبستان هنرستان مسجد حسینیه درمانگاه کتابخانه فرهنگسرا آموزشگاه
`);

/** More that bears the names of people only. */
export const NAMED_AFTER_PEOPLE = wordSet(`
  فرودگاه پایگاه پادگان تیپ لشکر گردان قرارگاه سالن جام جایزه نشان بنیاد موسسه مؤسسه کمیته سد پروژه پالایشگاه نیروگاه
  بندر اسکله تونل آرامگاه حرم مرقد مجتمع باشگاه ناو ناوشکن شهرستان شهر روستای روستا استان ماهواره موشک پهپاد یادواره
`);

/** Periodicals and broadcasters: a place or a person after them is a part of their names. */
export const MEDIA_HEADS = wordSet(`
  روزنامه خبرگزاری هفته‌نامه ماهنامه دوهفته‌نامه فصلنامه نشریه مجله رادیو انتشارات پایگاه‌خبری وب‌سایت سایت کانال
`);

/** Heads of enumerations, with the singular that each stands for: «استان‌های فارس، کرمان و یزد». */
export const ENUMERATION_HEADS: readonly string[] = [
  'استانهای',
  'شهرستانهای',
  'شهرهای',
  'کشورهای',
  'روزنامههای',
  'خبرگزاریهای',
  'باشگاههای',
  'تیمهای',
];
