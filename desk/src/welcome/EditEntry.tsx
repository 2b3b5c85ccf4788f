// The editor of the knowledge page, outside it: it brings the component library that the first steps do without.
import { type Entry, EntryEditor } from '../knowledge/EntryEditor.tsx'
import { Antd } from '../ui/Antd.tsx'

const EditEntry = (props: { entry: Entry; onClose: () => void }) => (
  <Antd>
    <EntryEditor {...props} />
  </Antd>
)
export default EditEntry
