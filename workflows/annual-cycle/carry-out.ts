import type { CampaignAnswer } from '#contracts/campaign/campaign.contract.js';
import { calendars, campaigns } from '../shared/activities.js';
import type { Request } from './requests.js';
import type { Year } from './year.js';

const done = (detail: CampaignAnswer['detail'] = {}): CampaignAnswer => ({ done: true, detail });

/** Does what the bureau asked of the year; refused requests do not come here. */
export const carryOut = async (campaign: string, year: Year, { name, command }: Request): Promise<CampaignAnswer> => {
  switch (name) {
    case 'pause':
    case 'resume':
      year.paused = name === 'pause';
      return done();
    case 'reschedule': {
      const stage = year.find(command.key)!;
      const { opensAt } = await campaigns.rescheduleStage({
        stage: stage.stage,
        now: Date.now(),
        ...(command.opensOn === undefined ? {} : { opensOn: command.opensOn }),
        ...(command.dueOn === undefined ? {} : { dueOn: command.dueOn }),
      });
      year.move(command.key, opensAt);
      if (stage.progress === 'planned' || command.dueOn === undefined) return done();
      const { dueOn, reason, requestId } = command;
      return done({ moved: await campaigns.moveStageDeadlines({ stage: stage.stage, dueOn, reason, requestId }) });
    }
    case 'closeStage': {
      const { stage } = year.find(command.key)!;
      return done({ cancelled: await campaigns.cancelStageObligations({ stage, reason: command.reason, requestId: command.requestId }) });
    }
    case 'addUnits': {
      const { stage } = year.find(command.key)!;
      const { parts } = await campaigns.openForUnits({ stage, units: command.units, now: Date.now() });
      return done({ opened: parts });
    }
    case 'adjustBudget': {
      const { project, amount, reason, actor, requestId } = command;
      const refiling = await campaigns.openRefiling({ campaign, project, amount, reason, actor, requestId, now: Date.now() });
      year.await(refiling.obligation);
      return done(refiling);
    }
    case 'addProjects': {
      const { awaited, opened } = await campaigns.admitProjects({ campaign, projects: command.projects, now: Date.now() });
      for (const obligation of awaited) year.await(obligation);
      return done({ opened });
    }
    case 'recalendar': {
      const { calendar, reason, actor, requestId } = command;
      const request = { campaign, calendar, reason, requestId };
      const { version } = await calendars.changeCalendar({ ...request, actor, now: Date.now() });
      return done({ version, followed: await calendars.recalendarObligations(request) });
    }
  }
};
