/** The strokes of our icons, drawn in a square of 16. */
const PATHS = {
  close: 'M3 3l10 10M13 3L3 13',
  back: 'M6 3l5 5-5 5',
  pin: 'M5 2h6M6 2v4l-2 3h8l-2-3V2M8 9v5',
  copy: 'M6 6h7v8H6zM3 10V2h7',
  note: 'M3 2h10v12H3zM5.5 5.5h5M5.5 8h5M5.5 10.5h3',
  remove: 'M3 4.5h10M6.5 4V2.5h3V4M4.5 4.5l.5 9h6l.5-9M7 7v4M9 7v4',
  mute: 'M2 8s2.5-4 6-4 6 4 6 4-2.5 4-6 4-6-4-6-4zM3 13L13 3',
} as const;
export type IconName = keyof typeof PATHS;

/** An icon beside or in place of words that name it; nothing by itself to a screen reader. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
