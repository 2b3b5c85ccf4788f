// Choose products by name or number and make their codes; the chat of their pages comes in through one website inbox.
import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { server } from '../app/server.ts'
import { Field } from '../settings/Field.tsx'
import { useInboxes } from '../settings/inboxes/inbox-data.ts'
import { act } from '../ui/act.ts'
import { Failed, Loading } from '../ui/Blank.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { knowledgeChanged } from './entries.ts'
import type { HelpCode } from './help-codes.ts'
import { useSettled } from './use-settled.ts'

type Product = Awaited<ReturnType<typeof server.searchHelpProducts>>['products'][number]
const MOST = 100

const useProducts = (words: string) => {
  const search = useSettled(words.trim())
  const { language } = usePreferences()
  return useQuery({
    queryKey: ['products', 'help', search, language],
    queryFn: ({ signal }) => server.searchHelpProducts({ query: { search, locale: language } }, signal),
    enabled: search !== '',
    placeholderData: (before) => before,
  })
}

interface FoundProps {
  readonly words: string
  readonly chosen: readonly Product[]
  readonly choose: (product: Product, on: boolean) => void
}
/** What was found, and above it what is chosen already. */
const Products = ({ words, chosen, choose }: FoundProps) => {
  const { t } = useTranslation()
  const query = useProducts(words)
  const found = words.trim() === '' ? [] : (query.data?.products ?? [])
  const ids = new Set(chosen.map(({ productId }) => productId))
  const listed = [...chosen, ...found.filter(({ productId }) => !ids.has(productId))]
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  return (
    <>
      <ul className="kb-products">
        {listed.map((product) => (
          <li key={product.productId}>
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox stands inside. */}
            <label>
              <Checkbox
                checked={ids.has(product.productId)}
                onChange={(event) => choose(product, event.target.checked)}
              />
              <span className="kb-thumb">
                {product.image ? <img src={product.image} alt="" loading="lazy" /> : <Icon name="parcel" />}
              </span>
              <span className="kb-code-about">
                <span>{product.title}</span>
                <small className="muted">{product.productId}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {query.isFetching && listed.length === 0 && <Loading lines={3} />}
      {query.data && words.trim() !== '' && found.length === 0 && !query.isFetching && (
        <p className="muted" role="status">
          {t('help.searchNone')}
        </p>
      )}
    </>
  )
}

/** Website inboxes that are on; undefined: not known yet. */
const useWeb = () => useInboxes().data?.inboxes.filter(({ channel, enabled }) => channel === 'web' && enabled)

const useMaking = (made: (codes: readonly HelpCode[]) => void) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const [busy, setBusy] = useState(false)
  const make = async (inboxId: string, products: readonly Product[]) => {
    setBusy(true)
    const body = { inboxId, productIds: products.map(({ productId }) => productId), locale: language }
    const reply = await act(() => server.makeHelpCodes({ body }), t('help.did', { count: products.length }))
    setBusy(false)
    if (reply === null) return
    knowledgeChanged()
    made(reply.codes)
  }
  return { busy, make }
}

/** Which inbox the chat comes in through: asked only where there are several. */
const InboxPick = ({ inboxId, pick }: { inboxId: string | undefined; pick: (id: string) => void }) => {
  const { t } = useTranslation()
  const web = useWeb()
  if (web?.length === 0) return <p className="set-wrong">{t('help.noInbox')}</p>
  if (web === undefined || web.length === 1) return null
  return (
    <Field label={t('help.inbox')}>
      {({ id }) => (
        <Select
          id={id}
          value={inboxId ?? ''}
          options={web.map(({ id: value, name }) => ({ value, label: name }))}
          onChange={pick}
          getPopupContainer={({ parentElement }) => parentElement ?? document.body}
        />
      )}
    </Field>
  )
}

export const MakeCodes = (props: { onClose: () => void; made: (codes: readonly HelpCode[]) => void }) => {
  const { t } = useTranslation()
  const [picked, setPicked] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<readonly Product[]>([])
  const { busy, make } = useMaking(props.made)
  const inboxId = useWeb()?.find(({ id }) => picked === null || id === picked)?.id
  const choose = (product: Product, on: boolean) =>
    setChosen((now) => {
      const others = now.filter(({ productId }) => productId !== product.productId)
      return on ? [...others, product].slice(0, MOST) : others
    })
  return (
    <Dialog title={t('help.make')} onClose={props.onClose}>
      <div className="kb-make">
        <Field label={t('help.search')} help={t('help.searchHint')}>
          {({ status: _, ...control }) => (
            <Input
              {...control}
              type="search"
              maxLength={200}
              value={words}
              onChange={({ target }) => setWords(target.value)}
            />
          )}
        </Field>
        <Products words={words} chosen={chosen} choose={choose} />
        <InboxPick inboxId={inboxId} pick={setPicked} />
        <div className="actions">
          <Button onClick={props.onClose}>{t('do.cancel')}</Button>
          <Button
            type="primary"
            loading={busy}
            disabled={chosen.length === 0 || inboxId === undefined}
            onClick={() => inboxId !== undefined && void make(inboxId, chosen)}
          >
            {t('help.makeSome', { count: chosen.length })}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
