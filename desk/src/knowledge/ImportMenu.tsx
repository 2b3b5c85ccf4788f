// The ways knowledge comes in, in one menu.
import Button from 'antd/es/button'
import Dropdown from 'antd/es/dropdown'
import { useTranslation } from 'react-i18next'
import { go } from '../app/place.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'

const WAYS = ['paste', 'document', 'site', 'pack'] as const
const ICON: Record<(typeof WAYS)[number], IconName> = { paste: 'words', document: 'file', site: 'page', pack: 'parcel' }
const AT = { document: 'documents', site: 'sites', pack: 'packs' } as const

export const ImportMenu = ({ paste }: { paste: () => void }) => {
  const { t } = useTranslation()
  const items = WAYS.map((way) => ({
    key: way,
    label: t(`knowledge.way.${way}`),
    icon: <Icon name={ICON[way]} size={16} />,
    onClick: () => (way === 'paste' ? paste() : go({ page: 'knowledge', at: AT[way] })),
  }))
  return (
    <Dropdown trigger={['click']} autoFocus menu={{ items }}>
      <Button>
        {t('knowledge.bringIn')}
        <Icon name="fold" size={14} />
      </Button>
    </Dropdown>
  )
}
