import type { DataRequestAnswer, DataRequestInput } from '#contracts/evaluation/data-request.contract.js';
import { dataRequests } from './shared/activities.js';

/** One request for data (资料调取): opened whole or refused. The reply with its ladder is an obligation, for which the stage waits. */
export async function dataRequest(input: DataRequestInput): Promise<DataRequestAnswer> {
  return dataRequests.openDataRequest({ ...input, now: Date.now() });
}
