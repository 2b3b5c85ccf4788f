// Canned replies: found by word, written, removed with a way back.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../app/server.ts'
import { removeCanned, saveCanned, useCannedQuery } from '../../thread/canned.ts'
import { act } from '../../ui/act.ts'
import { Blank, Failed, Loading } from '../../ui/Blank.tsx'
import { IconButton } from '../../ui/Button.tsx'
import { toast } from '../../ui/toasts.tsx'
import { Heading } from '../Heading.tsx'
import { CannedEditor } from './CannedEditor.tsx'
import type { Reply } from './canned-draft.ts'

const useRemove = () => {
  const { t } = useTranslation()
  const putBack = async (reply: Reply) => {
    const { id, shortcut, title, text, locale, shared } = reply
    await act(() => saveCanned(id, { shortcut, title, text, locale, shared }), t('did.undone'))
  }
  return async (reply: Reply) => {
    if ((await act(() => removeCanned(reply.id).then(() => true))) === null) return
    toast(t('cannedPage.removed', { title: reply.title }), {
      act: { label: t('do.undo'), run: () => void putBack(reply) },
    })
  }
}

const ReplyLine = ({ reply, open }: { reply: Reply; open: () => void }) => {
  const { t } = useTranslation()
  const remove = useRemove()
  const manages = useMay('canned-replies.manage')
  const mine = manages || !reply.shared
  return (
    <li className="canned-line">
      <button type="button" className="set-line" onClick={open}>
        <span className="grow">
          <b>{reply.title}</b>
          <span className="muted clamp">{reply.text}</span>
        </span>
        <span className="canned-tags">
          <kbd>/{reply.shortcut}</kbd>
          <span className={reply.shared ? 'tag' : 'tag good'}>
            {t(reply.shared ? 'cannedPage.shared' : 'cannedPage.own')}
          </span>
        </span>
      </button>
      {mine && (
        <IconButton
          icon="bin"
          label={t('cannedPage.remove', { title: reply.title })}
          onClick={() => void remove(reply)}
        />
      )}
    </li>
  )
}

const matching = (replies: readonly Reply[], words: string): Reply[] => {
  const wanted = words.trim().toLowerCase().replace(/^\//, '')
  return replies
    .filter(({ shortcut, title, text }) => `${shortcut} ${title} ${text}`.toLowerCase().includes(wanted))
    .sort((one, other) => one.title.localeCompare(other.title))
}

const CannedPage = () => {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [open, setOpen] = useState<Reply | 'new' | null>(null)
  const query = useCannedQuery()
  const all = query.data?.replies ?? []
  const shown = matching(all, words)
  const add = (
    <Button type="primary" onClick={() => setOpen('new')}>
      {t('cannedPage.new')}
    </Button>
  )
  return (
    <>
      <Heading title={t('settings.section.canned')} lead={t('cannedPage.lead')} actions={add} />
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {all.length > 0 && (
        <Input
          type="search"
          aria-label={t('cannedPage.search')}
          placeholder={t('cannedPage.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      {query.data && shown.length === 0 && (
        <Blank icon="words" title={t(all.length > 0 ? 'cannedPage.noneFound' : 'cannedPage.none')}>
          {t('cannedPage.noneText')}
        </Blank>
      )}
      <ul className="sheet">
        {shown.map((reply) => (
          <ReplyLine key={reply.id} reply={reply} open={() => setOpen(reply)} />
        ))}
      </ul>
      {open !== null && <CannedEditor reply={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  )
}
export default CannedPage
