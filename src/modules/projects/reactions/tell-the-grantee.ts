import { Injectable } from '@nestjs/common';
import { newId } from '#libs/database';
import { say, type Sentence } from '#libs/errors';
import { Events, Reacts, type Reaction } from '#libs/events';
import { PeopleToBeTold } from '#modules/identity';
import { ProjectResumed, ProjectSuspended, ProjectTerminated, type ProjectNews } from '../projects.events.js';
import { ProjectStore } from '../store/project.store.js';

/** Writes to the members of the grantee about their project. */
@Injectable()
export class WriteToGrantee {
  constructor(
    private readonly projects: ProjectStore,
    private readonly events: Events,
  ) {}

  async run({ projectId, organisationId }: ProjectNews, kind: string, words: { title: Sentence; body: Sentence }): Promise<void> {
    const { name: project, number, stoppedReason } = (await this.projects.find(projectId))!;
    await this.events.tell(PeopleToBeTold, {
      to: { role: 'applicant', subjectId: organisationId }, kind, ...words, link: `/desk/projects/${projectId}`, key: `${kind}:${projectId}:${newId<string>()}`,
      facts: { project, number, reason: stoppedReason ?? '' },
    });
  }
}

@Injectable()
@Reacts(ProjectSuspended)
export class TellSuspension implements Reaction<ProjectNews> {
  constructor(private readonly writing: WriteToGrantee) {}

  run(news: ProjectNews): Promise<void> {
    return this.writing.run(news, 'project-suspended', {
      title: say('项目“{project}”已暂停', 'The project "{project}" is suspended'),
      body: say('“{project}”（{number}）已暂停，恢复前不予拨款。原因：{reason}', '"{project}" ({number}) is suspended; nothing is paid until it is resumed. Reason: {reason}'),
    });
  }
}

@Injectable()
@Reacts(ProjectResumed)
export class TellResumption implements Reaction<ProjectNews> {
  constructor(private readonly writing: WriteToGrantee) {}

  run(news: ProjectNews): Promise<void> {
    return this.writing.run(news, 'project-resumed', {
      title: say('项目“{project}”已恢复', 'The project "{project}" is resumed'),
      body: say('“{project}”（{number}）已恢复到暂停前的状态，可以继续实施和请款。', '"{project}" ({number}) goes on where it stopped; work and requests for payment may continue.'),
    });
  }
}

@Injectable()
@Reacts(ProjectTerminated)
export class TellTermination implements Reaction<ProjectNews> {
  constructor(private readonly writing: WriteToGrantee) {}

  run(news: ProjectNews): Promise<void> {
    return this.writing.run(news, 'project-terminated', {
      title: say('项目“{project}”已终止', 'The project "{project}" is terminated'),
      body: say('“{project}”（{number}）已终止，不再拨款；已拨资金按协议结清。原因：{reason}', '"{project}" ({number}) is terminated and nothing more is paid; what was paid is settled by the contract. Reason: {reason}'),
    });
  }
}
