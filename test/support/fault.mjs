/**
 * Loaded before a worker's own code (`node --import`): the process dies like a machine without power at the n-th recording, JIHENG_FAULT saying
 * at which side of it: `before:1`, or `after:1`, when the tables know already what the engine has not heard yet.
 */
import { RecordingActivitiesProvider } from '../../dist/activities/obligation/recording.activities.js';

const [side, nth] = (process.env.JIHENG_FAULT ?? 'never:0').split(':');
const { recordTransitions } = RecordingActivitiesProvider.prototype;
let recordings = 0;

const die = () => process.kill(process.pid, 'SIGKILL');

RecordingActivitiesProvider.prototype.recordTransitions = async function (recording) {
  if (recording.transitions.length > 0) recordings += 1;
  const isIt = recordings === Number(nth);
  if (isIt && side === 'before') die();
  const recorded = await recordTransitions.call(this, recording);
  if (isIt && side === 'after') die();
  return recorded;
};
