// The editor of the knowledge page, outside it: it brings the component library that the first steps do without.
import { createPortal } from 'react-dom'
import { type Entry, EntryEditor } from '../knowledge/EntryEditor.tsx'
import { Antd } from '../ui/Antd.tsx'

/** In the body: a form may not stand inside the step's own form. */
const EditEntry = (props: { entry: Entry; onClose: () => void }) =>
  createPortal(
    <Antd>
      <EntryEditor {...props} />
    </Antd>,
    document.body,
  )
export default EditEntry
