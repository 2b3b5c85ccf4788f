// The desk's line icons: one stroke weight, drawn on a 20-unit grid.

const PATHS = {
  inbox: 'M3 11l2-7h10l2 7v5H3zM3 11h4l1 2h4l1-2h4',
  book: 'M10 5.5C8 4 5.500 4 3 4.500v11c2.500-.5 5-.5 7 1 2-1.500 4.500-1.500 7-1v-11C14.500 4 12 4 10 5.500zM10 5.500v11',
  people:
    'M7.500 9a2.500 2.500 0 100-5 2.500 2.500 0 000 5zM3 16c0-3 2-4.500 4.500-4.500S12 13 12 16M13 9.500a2 2 0 100-4M14 12c2 .2 3 1.600 3 4',
  sliders: 'M4 6h7M15 6h1M4 14h1M9 14h7M13 4v4M7 12v4',
  person: 'M10 9.500a3 3 0 100-6 3 3 0 000 6zM4 17c0-3.500 2.500-5 6-5s6 1.500 6 5',
  select: 'M3 3h8v8H3zM5 7l1.500 1.500L9.500 5.500M13 6h4M5 15h12',
  filter: 'M3 4h14l-5.500 6.500V16l-3-1.500v-4z',
  fold: 'M5 8l5 5 5-5',
  code: 'M7 6l-4 4 4 4M13 6l4 4-4 4',
  out: 'M12 4H4v12h8M9 10h8M14 7l3 3-3 3',
  search: 'M9 14.500a5.500 5.500 0 100-11 5.500 5.500 0 000 11zM13 13l4 4',
  back: 'M12 4l-6 6 6 6',
  close: 'M5 5l10 10M15 5L5 15',
  hand: 'M10 17a7 7 0 100-14 7 7 0 000 14zM7 10h6M10.500 7.500L13 10l-2.500 2.500',
  bot: 'M5 7h10v8H5zM10 7V4M8 10.500v1M12 10.500v1M3 10v2M17 10v2',
  transfer: 'M4 7h11M12 4l3 3-3 3M16 13H5M8 10l-3 3 3 3',
  clock: 'M10 17a7 7 0 100-14 7 7 0 000 14zM10 6v4l3 2',
  check: 'M4 10.500l4 4 8-9',
  reopen: 'M4 10a6 6 0 106-6H6M8.500 1.500L6 4l2.500 2.500',
  panel: 'M3 4h14v12H3zM12 4v12',
  down: 'M10 4v12M5 11l5 5 5-5',
  send: 'M3 10l14-6-5 13-3-5.500z',
  retry: 'M16 10a6 6 0 11-2-4.500M16 3v3h-3',
  clip: 'M16 9.5l-6.5 6.5a3.8 3.8 0 01-5.4-5.4L11 3.8a2.5 2.5 0 013.6 3.6l-6.7 6.7a1.2 1.2 0 01-1.8-1.7L12 6.5',
  file: 'M5 3h7l3 3v11H5zM12 3v3h3',
  eye: 'M2.500 10S5 5 10 5s7.500 5 7.500 5-2.500 5-7.500 5-7.500-5-7.500-5zM10 12a2 2 0 100-4 2 2 0 000 4z',
  seal: 'M10 2.500l2 1.500 2.500 0 .8 2.300 2 1.500-.8 2.300.8 2.300-2 1.500-.8 2.300-2.500 0-2 1.500-2-1.500-2.500 0-.8-2.300-2-1.500.8-2.300L2.700 7.800l2-1.500.8-2.300L8 4zM7 10l2 2 4-4',
  copy: 'M7 7h9v9H7zM13 7V4H4v9h3',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  pen: 'M4 16l.8-3.500L13 4.300l2.700 2.700-8.200 8.200zM11.500 5.800l2.700 2.700',
  undo: 'M4 8h7.500a4 4 0 010 8H8M7 5L4 8l3 3',
  save: 'M5.500 3h9v14L10 13.500 5.500 17z',
  good: 'M7 9v7.500H4V9zM7 9l3-6c1.400 0 2 1 1.700 2.300L11.200 8H15c1.200 0 1.800 1 1.500 2l-1.300 5c-.2.900-.9 1.500-1.800 1.500H7',
  bad: 'M7 11V3.500H4V11zM7 11l3 6c1.400 0 2-1 1.700-2.300L11.200 12H15c1.200 0 1.800-1 1.500-2l-1.300-5c-.2-.9-.9-1.500-1.800-1.500H7',
  page: 'M3 4h14v12H3zM3 7.500h14',
  cart: 'M3 4h2l2 9h8l2-6.500H6M8 16.500h.01M14 16.500h.01',
  parcel: 'M3 6.500L10 3l7 3.500v7L10 17l-7-3.500zM3 6.500l7 3.500 7-3.500M10 10v7',
  plus: 'M10 4v12M4 10h12',
  key: 'M7 13.500a3.500 3.500 0 110-7 3.500 3.500 0 010 7zM10.500 10H17v3M14 10v2',
  shop: 'M4 9v7h12V9M3 7l1.500-3h11L17 7c0 3-4 3-4.670 0-.67 3-4 3-4.660 0C7 10 3 10 3 7z',
  lock: 'M5 9h10v8H5zM7 9V6.500a3 3 0 016 0V9',
  words: 'M3 4h14v9H9l-4 3.500V13H3zM6.500 7.500h7M6.500 10h4',
  next: 'M8 4l6 6-6 6',
  bin: 'M4 6h12M8 6V4h4v2M6 6l1 11h6l1-11',
} as const
export type IconName = keyof typeof PATHS

export const Icon = ({ name, size = 18 }: { name: IconName; size?: number }) => (
  <svg className="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path
      d={PATHS[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.6 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
