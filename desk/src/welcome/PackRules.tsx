// The rules a pack asks for, in the first steps: brings the component library that they do without.
import { PackFields } from '../knowledge/PackFields.tsx'
import type { PackForm } from '../knowledge/pack-form.ts'
import type { Pack } from '../knowledge/packs.ts'
import { Antd } from '../ui/Antd.tsx'
import '../settings/settings.css'
import '../knowledge/knowledge.css'

const PackRules = ({ pack, form }: { pack: Pack; form: PackForm }) => (
  <Antd>
    <div className="sheet padded kb-fields">
      <PackFields
        fields={pack.fields}
        values={form.values}
        sides={form.sides}
        wrong={form.wrong}
        change={form.change}
      />
    </div>
  </Antd>
)
export default PackRules
