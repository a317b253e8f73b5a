import { describe, expect, it } from 'vitest';
import type { Signal } from '../../core/recognition/evidence.ts';
import { judgeDocument } from '../../core/recognition/judging.ts';
import { entity, lexiconOf, linksIn } from '../support/entities.ts';

const lexicon = lexiconOf(
  [
    entity('esteghlal', 'باشگاه استقلال تهران', {
      kind: 'organization',
      topic: 'sport',
      names: [{ text: 'استقلال', trust: 'ambiguous', for: ['سرمربی _', 'جدول'] }],
      related: ['persepolis'],
    }),
    entity('persepolis', 'باشگاه پرسپولیس', {
      kind: 'organization',
      topic: 'sport',
      names: [{ text: 'پرسپولیس', trust: 'certain' }],
    }),
    entity('army', 'ارتش ایران', { kind: 'organization', topic: 'war', names: [{ text: 'سنتکام', trust: 'certain' }] }),
    entity('zarif', 'محمدجواد ظریف', {
      names: [{ text: 'ظریف', trust: 'short' }],
      roles: [{ title: { fa: 'وزیر', en: 'Minister' }, from: '2013-08-15', to: '2021-08-25' }],
      related: ['persepolis'],
    }),
    entity('ebrahim-rezaei', 'ابراهیم رضایی', { names: [{ text: 'رضایی', trust: 'short' }] }),
    entity('mohsen-rezaei', 'محسن رضایی', { names: [{ text: 'رضایی', trust: 'default' }] }),
  ],
  [],
  ['محمدجواد', 'ابراهیم', 'محسن', 'سعید'],
);

/** The signals of the last mention's candidate. */
function signalsOf(text: string, id: string, date?: string): Signal[] {
  const judged = judgeDocument(lexicon, { blocks: text.split('\n'), date }).at(-1)?.judged ?? [];
  return judged.find(({ candidate }) => candidate.entity.id === id)?.evidence.map(({ signal }) => signal) ?? [];
}

describe('each signal', () => {
  it.each<[Signal, string, string, string, string?]>([
    ['cue-beside', 'esteghlal', 'سرمربی استقلال', 'مربی استقلال'],
    ['cue-near', 'esteghlal', 'در جدول هم استقلال', 'در جدول نه. هم استقلال'],
    ['full-name-in-document', 'esteghlal', 'باشگاه استقلال تهران برد.\nاستقلال', 'باشگاه ما برد.\nاستقلال'],
    ['related-in-document', 'esteghlal', 'باشگاه پرسپولیس برد. استقلال', 'باشگاه ما برد. استقلال'],
    ['topic', 'esteghlal', 'پرسپولیس و پرسپولیس و پرسپولیس. استقلال', 'پرسپولیس. استقلال'],
    ['other-topic', 'esteghlal', 'سنتکام و سنتکام و سنتکام. استقلال', 'سنتکام و پرسپولیس و پرسپولیس. استقلال'],
    ['quoted', 'esteghlal', 'نام «استقلال»', 'نام «استقلال ما»'],
    ['title', 'zarif', 'آقای ظریف', 'نگاه ظریف'],
    ['speech', 'zarif', 'ظریف گفت', 'ظریف است'],
    ['in-office', 'zarif', 'ظریف', 'ظریف', '2015-07-14'],
    ['others-surname', 'mohsen-rezaei', 'سعید رضایی آمد. رضایی', 'محسن رضایی آمد. رضایی'],
    ['namesake-in-document', 'mohsen-rezaei', 'ابراهیم رضایی آمد. رضایی', 'محسن رضایی آمد. رضایی'],
  ])('%s of %s: «%s», not «%s»', (signal, id, fires, silent, date) => {
    expect(signalsOf(fires, id, date)).toContain(signal);
    expect(signalsOf(silent, id)).not.toContain(signal);
  });
});

describe('weighing them', () => {
  const entitiesIn = (text: string) => linksIn(lexicon, text).map((link) => link.entity);
  it('an ambiguous name needs more than company', () => {
    expect(entitiesIn('باشگاه پرسپولیس برد. استقلال کشور مهم است')).toEqual(['persepolis']);
    expect(entitiesIn('باشگاه پرسپولیس برد. سرمربی استقلال رفت')).toEqual(['persepolis', 'esteghlal']);
  });
  it('a cue far off does not outweigh another topic', () => {
    expect(entitiesIn('سنتکام و سنتکام و سنتکام. در جدول استقلال کشورها')).not.toContain('esteghlal');
  });
  it('says in each link what weighed', () => {
    const [link] = linksIn(lexicon, 'سرمربی استقلال رفت');
    expect(link?.evidence).toMatchObject([{ signal: 'ambiguous-name' }, { signal: 'cue-beside', detail: 'سرمربی _' }]);
  });
});
