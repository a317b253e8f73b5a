/** The look of the exported page: light, dark and printed. Each colour has a line of its own kind, too. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1d2327; --muted: #565d64; --line: #d9dde1; --link: #0b5f8a;
  --yellow: #8a6800; --green: #2e7d32; --blue: #1565c0; --pink: #c2185b; --purple: #6a1b9a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1f2428; --ink: #eceff1; --muted: #a9b2ba; --line: #3a4248; --link: #7cc4ea;
    --yellow: #ffd54f; --green: #81c784; --blue: #64b5f6; --pink: #f48fb1; --purple: #ce93d8;
  }
}
body {
  max-inline-size: 42rem; margin: 2rem auto; padding-inline: 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.9 Vazirmatn, "Noto Sans Arabic", "Segoe UI", Tahoma, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
h1 { font-size: 1.5rem; }
h2 { font-size: 1.15rem; line-height: 1.6; margin-block: 0 0.25rem; }
section { margin-block-start: 2.5rem; padding-block-start: 1.5rem; border-block-start: 1px solid var(--line); }
article { margin-block: 1.75rem; }
blockquote { margin: 0 0 0.6rem; padding-inline-start: 1rem; border-inline-start: 0.3rem solid var(--colour); font-size: 1.05rem; }
p { margin-block: 0.35rem; }
a { color: var(--link); }
.remark { white-space: pre-line; font-size: 0.95rem; line-height: 1.7; }
.about { color: var(--muted); font-size: 0.85rem; }
.address { display: none; }
.colour { color: var(--colour); font-weight: bold; }
.yellow { --colour: var(--yellow); }
.green { --colour: var(--green); }
.blue { --colour: var(--blue); }
.pink { --colour: var(--pink); }
.purple { --colour: var(--purple); }
.blue blockquote { border-inline-start-style: dashed; }
.pink blockquote { border-inline-start-style: dotted; }
.purple blockquote { border-inline-start-style: double; border-inline-start-width: 0.4rem; }
.green blockquote { border-inline-start-width: 0.15rem; }
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --ink: #000000; --muted: #444444; --line: #999999; --link: #000000;
    --yellow: #8a6800; --green: #2e7d32; --blue: #1565c0; --pink: #c2185b; --purple: #6a1b9a;
  }
  body { margin: 0; max-inline-size: none; font-size: 11pt; }
  article, h2 { break-inside: avoid; }
  h2 { break-after: avoid; }
  blockquote { print-color-adjust: exact; }
  .address { display: block; font-size: 0.75rem; color: var(--muted); }
}
`;

/** What the page's policy knows the style by: the SHA-256 of `STYLE`, which a test compares. */
export const STYLE_HASH = 'sha256-M3JR9oz8psckLRMUY/TCSo84xS9zcI/hYByipiNtcHk=';
