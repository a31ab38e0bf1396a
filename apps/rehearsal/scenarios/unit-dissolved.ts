import type { ApiClient } from '../cast/api-client.js';
import type { Scenario } from './scenario.js';

const unitOf = async (bureau: ApiClient, code: string): Promise<string> => {
  const { items } = await bureau.get<{ items: { id: string; code: string }[] }>(`/units?q=${code}`);
  return items.find((it) => it.code === code)!.id;
};

/** In the middle of monitoring a unit is dissolved in favour of another: its project goes over, and whoever takes over reports on it. */
export const unitDissolved: Scenario = {
  zh: '七月单位撤并',
  en: 'a unit dissolved in July',
  projects: ['A-01', 'A-03'],
  plan: [{ stage: 'monitoring', asOf: '2023-06-30', opens: '2023-07-03', due: '2023-07-31', chain: 'report', ladder: 'standard' }],
  behaves: () => 'on-time',
  isReturned: () => false,
  interferences: [
    {
      at: '2023-07-12T10:30',
      run: async (bureau) => {
        const [dissolved, successor] = [await unitOf(bureau, '207001'), await unitOf(bureau, '213001')];
        await bureau.post(`/units/${dissolved}/dissolution`, { successor, reason: '机构改革，职能划入城市管理局' });
      },
    },
  ],
};
