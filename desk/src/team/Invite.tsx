// Inviting a colleague: the one-time sign-in link is shown once, to be passed on by hand.
import { ROLES, type Role } from '@ballast/contract/permissions'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queries, server, useSession } from '../app/server.ts'
import { act } from '../ui/act.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Labelled } from '../ui/Labelled.tsx'
import { toast } from '../ui/toasts.tsx'

/** The link is shown this once; whoever sees it passes it on. */
export const LinkShown = ({ name, link, onClose }: { name: string; link: string; onClose: () => void }) => {
  const { t } = useTranslation()
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    toast(t('did.copy'))
  }
  return (
    <Dialog title={t('invite.linkTitle', { name })} onClose={onClose}>
      <p className="muted">{t('invite.linkText')}</p>
      <Input.TextArea readOnly value={link} autoSize aria-label={t('invite.link')} />
      <div className="dialog-foot">
        <Button onClick={onClose}>{t('do.close')}</Button>
        <Button type="primary" onClick={() => void copy()}>
          {t('do.copy')}
        </Button>
      </div>
    </Dialog>
  )
}

const RolePick = ({ role, pick }: { role: Role; pick: (role: Role) => void }) => {
  const { t } = useTranslation()
  const owner = useSession().staff.role === 'owner'
  const roles = ROLES.filter((each) => owner || each !== 'owner')
  return (
    <div className="stack">
      {t('field.role')}
      <Select
        aria-label={t('field.role')}
        value={role}
        getPopupContainer={(trigger) => trigger.parentElement ?? document.body}
        options={roles.map((each) => ({ value: each, label: `${t(`role.${each}`)}: ${t(`roleText.${each}`)}` }))}
        onChange={pick}
      />
    </div>
  )
}

export const Invite = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation()
  const [form, setForm] = useState<{ name: string; email: string; role: Role }>({ name: '', email: '', role: 'agent' })
  const [link, setLink] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const made = await act(() => server.inviteStaff({ body: form }))
    if (made === null) return
    setLink(made.link)
    void queries.invalidateQueries({ queryKey: ['staff'] })
  }
  if (link !== null) return <LinkShown name={form.name} link={link} onClose={onClose} />
  return (
    <Dialog title={t('team.invite')} onClose={onClose}>
      <form onSubmit={submit}>
        <Labelled label={t('field.name')}>
          <Input
            required
            maxLength={120}
            value={form.name}
            onChange={(e) => setForm({ ...form, name: e.target.value })}
          />
        </Labelled>
        <Labelled label={t('field.email')}>
          <Input
            required
            type="email"
            value={form.email}
            onChange={(e) => setForm({ ...form, email: e.target.value })}
          />
        </Labelled>
        <RolePick role={form.role} pick={(role) => setForm({ ...form, role })} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="primary" htmlType="submit">
            {t('invite.do')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
