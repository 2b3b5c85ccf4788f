// Every dialog of the inbox, in one file that is loaded when the first of them is asked for.
import type { OpenDialog } from '../ui/dialogs.ts'
import { CommandBar } from './CommandBar.tsx'
import { Erase } from './Erase.tsx'
import { Filter } from './Filter.tsx'
import { ForceTake } from './ForceTake.tsx'
import { HandOver } from './HandOver.tsx'
import { KeySheet } from './KeySheet.tsx'
import { Meant } from './Meant.tsx'
import { Reveal } from './Reveal.tsx'
import { SaveCanned } from './SaveCanned.tsx'
import { SaveView } from './SaveView.tsx'
import { Snooze, SnoozeMany } from './Snooze.tsx'
import { Transfer, TransferMany } from './Transfer.tsx'
import { Zoom } from './Zoom.tsx'

const Dialogs = ({ dialog }: { dialog: OpenDialog }) => {
  switch (dialog.kind) {
    case 'transfer':
      return <Transfer row={dialog.row} />
    case 'snooze':
      return <Snooze row={dialog.row} />
    case 'transfer-many':
      return <TransferMany list={dialog.key} />
    case 'snooze-many':
      return <SnoozeMany list={dialog.key} />
    case 'hand-over':
      return <HandOver row={dialog.row} />
    case 'erase':
      return <Erase row={dialog.row} />
    case 'filter':
      return <Filter filter={dialog.filter} />
    case 'save-view':
      return <SaveView view={dialog.view} />
    case 'force-take':
      return <ForceTake row={dialog.row} />
    case 'reveal':
      return <Reveal {...dialog} />
    case 'zoom':
      return <Zoom url={dialog.url} alt={dialog.alt} />
    case 'canned':
      return <SaveCanned text={dialog.text} locale={dialog.locale} />
    case 'meant':
      return <Meant message={dialog.message} />
    case 'keys':
      return <KeySheet />
    case 'commands':
      return <CommandBar />
  }
}
export default Dialogs
