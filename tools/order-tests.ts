// In which order the test files run: the long ones first, so that both workers end together; a project's files one after
// the other, since only then does a worker go on from one file to the next of the same project.
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const PROJECTS = ['browser', 'postgres', 'memory']
/** Servers of their own, started again and again: short files that take long. */
const LONG = /\/tools\/life\//

const rank = ({ project, moduleId }: TestSpecification): number =>
  PROJECTS.indexOf(project.name) * 2 + (LONG.test(moduleId) ? 0 : 1)

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => rank(one) - rank(other))
  }
}
