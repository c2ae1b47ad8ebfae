import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/access';
import { Reacts, type Reaction } from '#libs/events';
import { ProjectTerminated, type ProjectNews } from '#modules/projects';
import { ReleasePromise } from '../handlers/release-promise.js';

/** Where every payment was closed before the project was terminated, no step of finance follows that could free the rest. */
@Injectable()
@Reacts(ProjectTerminated)
export class WhenProjectTerminated implements Reaction<ProjectNews> {
  constructor(private readonly promises: ReleasePromise) {}

  run({ projectId }: ProjectNews): Promise<void> {
    return this.promises.run(projectId, SYSTEM);
  }
}
