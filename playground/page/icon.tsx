// The page's icons: strokes on a 20 by 20 grid, in the colour of the text around them.

const paths = {
  list: 'M3 5.5h14M3 10h14M3 14.5h14',
  forward: 'M3.5 5v10l6-5zM10.5 5v10l6-5z',
  restart: 'M4 10a6 6 0 1 0 2-4.5M4 3.5v3.5h3.5',
  sun: 'M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7M10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.4 4.4l1 1M14.6 14.6l1 1M15.6 4.4l-1 1M5.4 14.6l-1 1',
  moon: 'M16 12.2A6.8 6.8 0 0 1 7.8 4a6.5 6.5 0 1 0 8.2 8.2',
  reply: 'M3.5 4.5h13v9h-7l-3.5 3v-3H3.5zM7 8h6M7 10.5h4',
  more: 'M10 4.5v.01M10 10v.01M10 15.5v.01',
  dots: 'M4.5 10v.01M10 10v.01M15.5 10v.01',
  send: 'M3.5 4 17 10 3.5 16l1.8-6zM5.3 10H10',
  hash: 'M7.8 3.5 6.2 16.5M13.8 3.5l-1.6 13M3.8 7.5h13M3.2 12.5h13',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  box: 'M3.5 4.5h13V8h-13zM4.5 8v8h11V8M8 11h4',
  home: 'M3.5 9.5 10 4l6.5 5.5M5.5 8.5V16h9V8.5',
  close: 'M5 5l10 10M15 5 5 15',
  eye: 'M2.5 10S5.5 5 10 5s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5M10 8a2 2 0 1 1 0 4 2 2 0 0 1 0-4',
  file: 'M5.5 3h6l3.5 3.5V17h-9.5zM11.5 3v3.5H15',
  out: 'M8 5H5v10h10v-3M11 4.5h4.5V9M15 5 9.5 10.5',
  up: 'M6.5 9 10 3.5c1.2 0 2 .8 1.7 2L11 8.5h4.5l-1 7H6.5zM6.5 9H4v6.5h2.5',
  down: 'M13.5 11 10 16.5c-1.2 0-2-.8-1.7-2l.7-3H4.5l1-7h8zM13.5 11H16V4.5h-2.5',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.7 10.5h7.6L14.5 6',
} as const;

/** Which icon. */
export type IconName = keyof typeof paths;

/** Decorative; the control around it has the name. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width={size} height={size} aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
