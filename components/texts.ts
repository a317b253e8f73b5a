import type messages from '../public/_locales/en/messages.json';

/** The key of a text of the interface. */
export type TextKey = keyof typeof messages;
/** Gives a text in the reader's language, with what is to stand in its gaps. */
export type Texts = (key: TextKey, ...gaps: string[]) => string;
export type Language = 'fa' | 'en';
