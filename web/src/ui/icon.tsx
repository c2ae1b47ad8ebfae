/** Line icons on a 24 grid; always beside a word or inside a control that has a label. */
const PATHS = {
  alert: 'M12 3.5 21.5 20h-19L12 3.5ZM12 10v4.5M12 17.4v.1',
  back: 'M15 5l-7 7 7 7',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15l1.5-2ZM10 21h4',
  book: 'M4 5.5c3-1.3 5.7-1.3 8 .5 2.3-1.8 5-1.8 8-.5V19c-3-1.3-5.7-1.3-8 .5-2.3-1.8-5-1.8-8-.5V5.5ZM12 6v13.5',
  calendar: 'M4 6h16v14H4V6ZM4 10.5h16M8.5 3.5V7M15.5 3.5V7',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.5V12l3 2',
  coins: 'M12 4c4.4 0 7 1.3 7 3s-2.6 3-7 3-7-1.3-7-3 2.6-3 7-3ZM5 7v5c0 1.7 2.6 3 7 3s7-1.3 7-3V7M5 12v5c0 1.7 2.6 3 7 3s7-1.3 7-3v-5',
  cross: 'M6 6l12 12M18 6L6 18',
  down: 'M5 9l7 7 7-7',
  download: 'M12 4v11M6 9.5l6 6 6-6M4.5 20h15',
  eye: 'M2.5 12c2.2-4.2 5.4-6.3 9.5-6.3s7.3 2.1 9.5 6.3c-2.2 4.2-5.4 6.3-9.5 6.3S4.7 16.2 2.5 12ZM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6Z',
  eye_off: 'M2.5 12c2.2-4.2 5.4-6.3 9.5-6.3s7.3 2.1 9.5 6.3c-2.2 4.2-5.4 6.3-9.5 6.3S4.7 16.2 2.5 12ZM4 3.5l16 17',
  file: 'M6 3.5h8l4.5 4.5v12.5H6v-17ZM14 3.5V8h4.5',
  flag: 'M6 21V4M6 5h12l-2.5 4L18 13H6',
  form: 'M5 4h14v16H5V4ZM8.5 9h7M8.5 12.5h7M8.5 16h4',
  gear: 'M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 1 0 4 0 2 2 0 0 0-4 0ZM7 17a2 2 0 1 0 4 0 2 2 0 0 0-4 0Z',
  home: 'M4 11l8-7 8 7v9h-5.5v-6h-5v6H4v-9Z',
  hourglass: 'M7 3.5h10M7 20.5h10M8 3.5V8l4 4 4-4V3.5M8 20.5V16l4-4 4 4v4.5',
  list: 'M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4.5 6.5h.1M4.5 12h.1M4.5 17.5h.1',
  lock: 'M6 11h12v9.5H6V11ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  menu: 'M4 7h16M4 12h16M4 17h16',
  minus: 'M5 12h14',
  offline: 'M3 3l18 18M5 10.5a11 11 0 0 1 4-2.3M2.5 7.5A15 15 0 0 1 6 5.3M14 8a11 11 0 0 1 5 2.5M11 4.6c3.9-.2 7.6.8 10.5 2.9M8.5 14a6 6 0 0 1 5-1.3M12 18.5h.1',
  people: 'M9 5a3.2 3.2 0 1 0 0 6.4A3.2 3.2 0 0 0 9 5ZM3 19.5c.3-3.3 2.6-5.2 6-5.2s5.7 1.9 6 5.2M15.5 5.3a3.2 3.2 0 0 1 0 5.9M17 14.6c2.4.5 3.8 2.3 4 4.9',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20.5c.5-3.9 3.3-6 7.5-6s7 2.1 7.5 6',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7V14Z',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 20.5 20.5',
  spinner: 'M12 3.5a8.5 8.5 0 1 1-8.5 8.5',
  stage: 'M3.5 4.5h17v11h-17v-11ZM12 15.5V20M8 20.5h8',
  table: 'M4 5h16v14H4V5ZM4 10h16M10 10v9',
  trash: 'M4.5 6.5h15M9 6.5V4h6v2.5M6.5 6.5l1 14h9l1-14M10 10.5v6M14 10.5v6',
  up: 'M12 20V5M6 11l6-6 6 6',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, className = '' }: { readonly name: IconName; readonly className?: string }) {
  return (
    <svg className={`icon ${className}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
