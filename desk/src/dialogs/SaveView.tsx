// A view gets its name, and who sees it.
import type { SavedView } from '@ballast/contract/routes/workspace'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queries, useMay } from '../app/server.ts'
import { draft, keepView, nameFilter } from '../inbox/views.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { closeDialog } from '../ui/dialogs.ts'

const tried = (): SavedView | undefined =>
  queries.getQueryData<{ views: SavedView[] }>(['views'])?.views.find(({ id }) => id === draft.get()?.id)

export const SaveView = ({ view }: { view: SavedView | null }) => {
  const { t } = useTranslation()
  const mayShare = useMay('views.share')
  const [held] = useState(() => view ?? tried())
  const [name, setName] = useState(held?.name ?? '')
  const [shared, setShared] = useState(held?.shared ?? false)
  const [busy, setBusy] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!held || name.trim() === '') return
    setBusy(true)
    const body = { name: name.trim(), filter: held.filter, shared }
    const done = view ? (await keepView(view.id, body)) !== null : await nameFilter(body)
    setBusy(false)
    if (done) closeDialog()
  }
  return (
    <Dialog title={t(view ? 'views.rename' : 'views.saveAs')} onClose={closeDialog}>
      <form onSubmit={(event) => void save(event)}>
        <label className="stack">
          {t('field.name')}
          <input value={name} maxLength={60} required onChange={(event) => setName(event.target.value)} />
        </label>
        <fieldset className="choice-list">
          <legend>{t('views.who')}</legend>
          <label>
            <input type="radio" name="shared" checked={!shared} onChange={() => setShared(false)} />
            {t('views.justMe')}
          </label>
          <label>
            <input type="radio" name="shared" checked={shared} disabled={!mayShare} onChange={() => setShared(true)} />
            {t(mayShare ? 'views.everyone' : 'views.everyoneNot')}
          </label>
        </fieldset>
        <div className="dialog-foot">
          <Button onClick={closeDialog}>{t('do.cancel')}</Button>
          <Button look="main" type="submit" disabled={busy || name.trim() === ''}>
            {t('do.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
