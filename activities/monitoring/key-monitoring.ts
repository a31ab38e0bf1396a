import { Injectable } from '@nestjs/common';
import { ProjectRepository } from '#persistence/campaign/project.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import { commonOf } from '../stage/draft.js';
import type { Opening } from '../stage/room.js';

const NOWHERE = { unit: null, department: null, sectorOffice: null, agency: null };

/** 财政重点监控 (财预〔2019〕136号): beside the units' own reports the bureau looks at the key projects itself, where the policy says so. */
@Injectable()
export class KeyMonitoring {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly opener: ObligationOpener,
  ) {}

  /** One obligation of the bureau, a document a key project. `wants` leaves projects out. Answers how many parts that opened. */
  async open(
    { manager, stage, now }: Opening,
    wants: (project: { readonly id: string; readonly unit: string }) => boolean,
  ): Promise<number> {
    const { campaign } = stage;
    const { keyMonitoring } = campaign.policy.monitoring;
    if (!keyMonitoring) return 0;
    const key = (await this.projects.active(manager, campaign)).filter((it) => it.class === 'key' && wants(it));
    if (key.length === 0) return 0;
    const { within, chain, ladder } = keyMonitoring;
    const draft = {
      ...commonOf(stage, 'key-monitoring', now, { due: undefined, within, chain, ladder }),
      title: '财政重点监控',
      place: NOWHERE,
      seats: (await loadSeats(manager, campaign.district)).of('bureau', NOWHERE),
      documents: key.map(({ id, name }) => ({ title: `财政重点监控：${name}`, project: id })),
    };
    return (await this.opener.open(manager, [draft], now)).length;
  }
}
