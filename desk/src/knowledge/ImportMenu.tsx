// The ways knowledge comes in, in one menu.
import { useTranslation } from 'react-i18next'
import { go } from '../app/place.ts'
import { Menu } from '../ui/Menu.tsx'

export const ImportMenu = ({ paste }: { paste: () => void }) => {
  const { t } = useTranslation()
  const to = (at: string) => () => go({ page: 'knowledge', at })
  return (
    <Menu
      label={t('knowledge.bringIn')}
      icon="down"
      items={[
        { id: 'paste', label: t('knowledge.way.paste'), icon: 'words', run: paste },
        { id: 'document', label: t('knowledge.way.document'), icon: 'file', run: to('documents') },
        { id: 'site', label: t('knowledge.way.site'), icon: 'page', run: to('sites') },
        { id: 'pack', label: t('knowledge.way.pack'), icon: 'parcel', run: to('packs') },
      ]}
    />
  )
}
