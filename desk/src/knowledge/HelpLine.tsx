// One code of product help: the product, what is known and asked about it, and what may be done with the code.
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Popconfirm from 'antd/es/popconfirm'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { server } from '../app/server.ts'
import { Copyable } from '../settings/Copyable.tsx'
import { act } from '../ui/act.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { knowledgeChanged } from './entries.ts'
import { type HelpCode, pictureOf } from './help-codes.ts'
import { writeAbout } from './wished.ts'

const QrDialog = ({ code, onClose }: { code: HelpCode; onClose: () => void }) => {
  const { t } = useTranslation()
  return (
    <Dialog title={code.title} onClose={onClose}>
      <div className="kb-qr">
        <img src={pictureOf(code, 'svg')} alt={`${t('help.qr')}: ${code.url}`} />
        <span className="actions">
          {(['svg', 'png'] as const).map((as) => (
            <Button key={as} href={pictureOf(code, as)} download={`help-${code.code}.${as}`}>
              {t('help.download')} {as.toUpperCase()}
            </Button>
          ))}
        </span>
      </div>
      <Copyable text={code.url} label={t('help.address')} />
    </Dialog>
  )
}

const switchTo = async (code: string, on: boolean, done: string): Promise<void> => {
  await act(() => server.switchHelpCode({ params: { code }, body: { on } }), done)
  knowledgeChanged()
}

const Switch = ({ code: { code, on } }: { code: HelpCode }) => {
  const { t } = useTranslation()
  if (!on)
    return (
      <Button size="small" onClick={() => void switchTo(code, true, t('help.didOn'))}>
        {t('help.turnOn')}
      </Button>
    )
  return (
    <Popconfirm
      title={t('help.turnOffTitle')}
      description={<span className="kb-confirm">{t('help.turnOffText')}</span>}
      okText={t('help.turnOff')}
      cancelText={t('do.cancel')}
      onConfirm={() => void switchTo(code, false, t('help.didOff'))}
    >
      <Button size="small" danger>
        {t('help.turnOff')}
      </Button>
    </Popconfirm>
  )
}

const Known = ({ code: { entries, productId }, mayWrite }: { code: HelpCode; mayWrite: boolean }) => {
  const { t } = useTranslation()
  if (entries > 0) return <span>{t('help.entries', { count: entries })}</span>
  return (
    <span>
      {t('help.noEntries')}{' '}
      {mayWrite && (
        <Button size="small" type="link" onClick={() => writeAbout(productId)}>
          {t('help.write')}
        </Button>
      )}
    </span>
  )
}

interface Props {
  readonly code: HelpCode
  readonly chosen: boolean
  readonly choose: (on: boolean) => void
  readonly mayWrite: boolean
}
export const HelpLine = ({ code, chosen, choose, mayWrite }: Props) => {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const { title, image, on, inShop, url, scans, questions, unknown } = code
  return (
    <li>
      <Checkbox
        aria-label={t('help.choose', { title })}
        checked={chosen}
        disabled={!on}
        onChange={({ target }) => choose(target.checked)}
      />
      <span className="kb-thumb">{image ? <img src={image} alt="" loading="lazy" /> : <Icon name="parcel" />}</span>
      <div className="kb-code-about">
        <span className="kb-marks">
          <b>{title}</b>
          {!on && <span className="kb-mark">{t('help.off')}</span>}
          {!inShop && <span className="kb-mark warn">{t('help.gone')}</span>}
        </span>
        <small className="muted">
          <Known code={code} mayWrite={mayWrite} />
        </small>
        <small className="muted">{t('help.used', { scans, questions, unknown })}</small>
      </div>
      <span className="kb-code-acts">
        <Button size="small" href={url} target="_blank" disabled={!on}>
          {t('help.open')}
        </Button>
        <Button size="small" onClick={() => setOpen(true)}>
          {t('help.qr')}
        </Button>
        {mayWrite && <Switch code={code} />}
      </span>
      {open && <QrDialog code={code} onClose={() => setOpen(false)} />}
    </li>
  )
}
