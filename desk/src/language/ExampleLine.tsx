// One example: where it came from; an own one can be moved and removed, a built-in one taken over by another intent.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { server, useMay } from '../app/server.ts'
import { useTimes } from '../app/times.ts'
import { newId } from '../live/new-id.ts'
import { act } from '../ui/act.ts'
import { IconButton } from '../ui/Button.tsx'
import { toast } from '../ui/toasts.tsx'
import { ChooseIntent } from './ChooseIntent.tsx'
import { type Example, taught, useTitle } from './lab.ts'

const save = async (id: string, intent: string, text: string): Promise<boolean> => {
  const saved = await act(() => server.saveExample({ params: { exampleId: id }, body: { intent, text } }))
  if (saved !== null) taught()
  return saved !== null
}
const remove = async (exampleId: string): Promise<boolean> => {
  const gone = await act(() => server.removeExample({ params: { exampleId } }))
  if (gone !== null) taught()
  return gone !== null
}

const useDeeds = ({ id, intent, text }: Example) => {
  const { t } = useTranslation()
  const title = useTitle()
  const undo = (run: () => Promise<boolean>) => ({
    act: { label: t('do.undo'), run: () => void run().then((did) => did && toast(t('did.undone'))) },
  })
  return {
    remove: async () => {
      if (id === null || !(await remove(id))) return
      toast(
        t('language.removed', { text }),
        undo(() => save(id, intent, text)),
      )
    },
    /** A built-in sentence becomes an own example of the other intent; undone, it is built in again. */
    move: async (to: string) => {
      const moved = id ?? newId()
      if (!(await save(moved, to, text))) return
      const back = () => (id === null ? remove(moved) : save(id, intent, text))
      toast(t('language.moved', { name: title(to) }), undo(back))
    },
  }
}

export const ExampleLine = ({ example }: { example: Example }) => {
  const { t } = useTranslation()
  const times = useTimes()
  const teaches = useMay('language.teach')
  const [moving, setMoving] = useState(false)
  const deeds = useDeeds(example)
  const { id, text, source, addedAt, intent } = example
  return (
    <li className="lab-example">
      <span className="grow">{text}</span>
      <small title={addedAt === null ? undefined : times.full(addedAt)}>{t(`language.source.${source}`)}</small>
      {teaches && (
        <span className="lab-deeds">
          <IconButton icon="transfer" label={t('language.move', { text })} onClick={() => setMoving(true)} />
          {id !== null && (
            <IconButton icon="bin" label={t('language.remove', { text })} onClick={() => void deeds.remove()} />
          )}
        </span>
      )}
      {moving && (
        <ChooseIntent
          title={t('language.moveTitle')}
          about={<blockquote className="lab-quote">{text}</blockquote>}
          without={intent}
          onClose={() => setMoving(false)}
          onChoose={(to) => void deeds.move(to)}
        />
      )}
    </li>
  )
}
