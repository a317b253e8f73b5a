import { describe, expect, it } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import fa from '../../public/_locales/fa/messages.json' with { type: 'json' };
import { persianFaults } from '../../tools/knowledge/persian.ts';

describe('the interface', () => {
  it('says everything in both languages', () => {
    expect(Object.keys(fa).sort()).toEqual(Object.keys(en).sort());
  });
  it('has the same gaps in both', () => {
    for (const [key, text] of Object.entries(fa)) {
      expect([key, text.message.includes('$ONE$')]).toEqual([
        key,
        en[key as keyof typeof en].message.includes('$ONE$'),
      ]);
    }
  });
  it.each(Object.entries(fa).filter(([key]) => key !== 'language'))('writes Persian well: %s', (_, { message }) => {
    expect(persianFaults(message.replace('$ONE$', 'چیزی'))).toEqual([]);
  });
});
