// A new API key: its name, what it may do, until when. Its secret is shown once.

import type { Permission } from '@ballast/contract/permissions'
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import Segmented from 'antd/es/segmented'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { server } from '../../app/server.ts'
import { SecretOnce } from '../Copyable.tsx'
import { useHold } from '../draft.ts'
import { Field, Group } from '../Field.tsx'
import { Heading } from '../Heading.tsx'
import { type Refusal, refusalOf, refusedAt } from '../refusal.ts'
import { GRAVE, GROUP_NAMES, GROUPS, PRESET_NAMES, PRESETS, wordKey } from './permission-groups.ts'

const DAY_MS = 86_400_000
const LIVES = ['30', '90', '365', 'never'] as const
type Life = (typeof LIVES)[number]
interface KeyDraft {
  name: string
  permissions: readonly Permission[]
  life: Life
}

const useNewKey = (made: () => void) => {
  const [form, setForm] = useState<KeyDraft>({ name: '', permissions: [], life: '90' })
  const [secret, setSecret] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  useHold(secret !== null || form.name !== '' || form.permissions.length > 0)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setRefusal(null)
    const { name, permissions, life } = form
    const expires = life === 'never' ? {} : { expiresAt: new Date(Date.now() + Number(life) * DAY_MS).toISOString() }
    try {
      setSecret((await server.createKey({ body: { name, permissions: [...permissions], ...expires } })).secret)
      made()
    } catch (error) {
      setRefusal(refusalOf(error))
    }
  }
  return { form, set: (change: Partial<KeyDraft>) => setForm({ ...form, ...change }), secret, refusal, submit }
}

interface MayProps {
  chosen: readonly Permission[]
  set: (permissions: readonly Permission[]) => void
  error: string | undefined
}
const MayDo = ({ chosen, set, error }: MayProps) => {
  const { t } = useTranslation()
  const turn = (permission: Permission, on: boolean) =>
    set(on ? [...chosen, permission] : chosen.filter((each) => each !== permission))
  return (
    <>
      <Group label={t('apiKeys.mayDo')} help={t('apiKeys.mayHelp')} error={error}>
        <div className="presets">
          {PRESET_NAMES.map((name) => (
            <Button key={name} size="small" onClick={() => set(PRESETS[name])}>
              {t(`apiKeys.preset.${name}`)}
            </Button>
          ))}
        </div>
      </Group>
      <div className="may-groups">
        {GROUP_NAMES.map((name) => (
          <fieldset key={name}>
            <legend>{t(`apiKeys.group.${name}`)}</legend>
            {GROUPS[name].map((permission) => (
              <Checkbox
                key={permission}
                checked={chosen.includes(permission)}
                onChange={(event) => turn(permission, event.target.checked)}
              >
                {t(`apiKeys.may.${wordKey(permission)}`)}
                {GRAVE.includes(permission) && <span className="tag warn">{t('apiKeys.grave')}</span>}
              </Checkbox>
            ))}
          </fieldset>
        ))}
      </div>
    </>
  )
}

const Shown = ({ name, secret, done }: { name: string; secret: string; done: () => void }) => {
  const { t } = useTranslation()
  return (
    <>
      <Heading title={t('apiKeys.made', { name })} />
      <section className="sheet padded">
        <SecretOnce secret={secret} label={t('apiKeys.secret')}>
          {t('apiKeys.keep')}
        </SecretOnce>
        <div className="set-do">
          <Button type="primary" onClick={done}>
            {t('settings.kept')}
          </Button>
        </div>
      </section>
    </>
  )
}

interface NameProps {
  form: KeyDraft
  set: (change: Partial<KeyDraft>) => void
  refusal: Refusal | null
}
const NameAndLife = ({ form, set, refusal }: NameProps) => {
  const { t } = useTranslation()
  return (
    <section className="sheet padded">
      <Field label={t('apiKeys.name')} help={t('apiKeys.nameHelp')} error={refusedAt(refusal, '/name')}>
        {(control) => (
          <Input
            {...control}
            required
            maxLength={120}
            value={form.name}
            onChange={(e) => set({ name: e.target.value })}
          />
        )}
      </Field>
      <Group label={t('apiKeys.life')} help={t('apiKeys.lifeHelp')} error={refusedAt(refusal, '/expiresAt')}>
        <Segmented
          aria-label={t('apiKeys.life')}
          value={form.life}
          options={LIVES.map((value) => ({ value, label: t(`apiKeys.lives.${value}`) }))}
          onChange={(life) => set({ life })}
        />
      </Group>
    </section>
  )
}

export const NewKey = ({ done, made }: { done: () => void; made: () => void }) => {
  const { t } = useTranslation()
  const { form, set, secret, refusal, submit } = useNewKey(made)
  if (secret !== null) return <Shown name={form.name} secret={secret} done={done} />
  return (
    <>
      <Heading title={t('apiKeys.new')} lead={t('apiKeys.newLead')} />
      <form className="set-form" onSubmit={submit} aria-label={t('apiKeys.new')}>
        <NameAndLife form={form} set={set} refusal={refusal} />
        <section className="sheet padded">
          <MayDo
            chosen={form.permissions}
            set={(permissions) => set({ permissions })}
            error={refusedAt(refusal, '/permissions')}
          />
        </section>
        {refusal !== null && (
          <p className="form-problem" role="alert">
            {refusal.text}
          </p>
        )}
        <div className="set-do">
          <Button onClick={done}>{t('do.cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={form.permissions.length === 0}>
            {t('apiKeys.make')}
          </Button>
        </div>
      </form>
    </>
  )
}
