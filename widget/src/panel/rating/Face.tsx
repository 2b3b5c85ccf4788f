// One of five faces, drawn: the mouth goes from a frown to a smile.
const MOUTHS = [
  'M8 16.5c1.1-2 6.9-2 8 0',
  'M8.5 16c1-1.1 6-1.1 7 0',
  'M8.5 15.5h7',
  'M8.5 14.8c1 1.2 6 1.2 7 0',
  'M7.8 14c1 3.4 7.4 3.4 8.4 0',
]

export const Face = ({ score }: { score: number }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="9.5" />
    <path d={`M9 9.5v.6M15 9.5v.6${MOUTHS[score - 1] ?? ''}`} />
  </svg>
)
