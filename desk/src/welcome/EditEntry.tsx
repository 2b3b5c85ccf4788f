// The quick editor, loaded when first asked for: it brings the component library that the first steps do without.

import { Antd } from '../ui/Antd.tsx'
import { type Entry, QuickEntry } from './QuickEntry.tsx'

const EditEntry = (props: { entry: Entry; onClose: () => void }) => (
  <Antd>
    <QuickEntry {...props} />
  </Antd>
)
export default EditEntry
