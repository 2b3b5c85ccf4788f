import { silentLog } from '../log.ts'
import { describeBus } from './bus.contract.ts'
import { memoryBus } from './memory.ts'

describeBus('memoryBus', async () => {
  const bus = memoryBus({ log: silentLog })
  return { near: bus, far: bus }
})
