import { stringify } from 'yaml';

export const TEMPORAL_PORTS = [
  'frontend',
  'frontendHttp',
  'frontendMembership',
  'history',
  'historyMembership',
  'matching',
  'matchingMembership',
  'worker',
  'workerMembership',
] as const;
export type TemporalPorts = Record<(typeof TEMPORAL_PORTS)[number], number>;

interface Store {
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

/** Cannot be changed once a database has been written with it. */
const HISTORY_SHARDS = 64;

const database = (name: string, connections: number, { port, user, password }: Store) => ({
  sql: {
    pluginName: 'postgres12',
    databaseName: name,
    connectAddr: `127.0.0.1:${port}`,
    connectProtocol: 'tcp',
    user,
    password,
    maxConns: connections,
    maxIdleConns: connections,
    maxConnLifetime: '1h',
  },
});

const service = (grpcPort: number, membershipPort: number) => ({ rpc: { grpcPort, membershipPort, bindOnLocalHost: true } });

/** The server's configuration file: all four services in one process, on the loopback interface only. */
export function serverConfig(ports: TemporalPorts, store: Store, dynamicConfigFile: string): string {
  return stringify({
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'default',
      visibilityStore: 'visibility',
      numHistoryShards: HISTORY_SHARDS,
      datastores: { default: database('temporal', 40, store), visibility: database('temporal_visibility', 10, store) },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: {
      frontend: { rpc: { ...service(ports.frontend, ports.frontendMembership).rpc, httpPort: ports.frontendHttp } },
      history: service(ports.history, ports.historyMembership),
      matching: service(ports.matching, ports.matchingMembership),
      worker: service(ports.worker, ports.workerMembership),
    },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress: `127.0.0.1:${ports.frontend}` },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    dynamicConfigClient: { filepath: dynamicConfigFile, pollInterval: '10s' },
  });
}

/** Limits that protect a shared cluster only stand in the way of one that has a single user. */
const DYNAMIC: Record<string, boolean | number | string> = {
  // Rehearsals run in virtual time.
  'frontend.WorkflowTimeSkippingEnabled': true,
  'frontend.rps': 20_000,
  'frontend.namespaceRPS': 20_000,
  'frontend.namespaceRPS.visibility': 1_000,
  'frontend.namespaceRPS.namespaceReplicationInducingAPIs': 1_000,
  'frontend.rps.namespaceReplicationInducingAPIs': 1_000,
  'frontend.namespaceCount': 5_000,
  'frontend.persistenceMaxQPS': 100_000,
  'history.rps': 50_000,
  'history.persistenceMaxQPS': 100_000,
  'matching.rps': 50_000,
  'matching.persistenceMaxQPS': 100_000,
  'system.visibilityPersistenceMaxReadQPS': 100_000,
  'system.visibilityPersistenceMaxWriteQPS': 100_000,
  // A year's execution takes updates by the thousand, and many people may ask it at once.
  'history.maxInFlightUpdates': 1_000,
  'history.maxTotalUpdates': 20_000,
  // One machine: tasks and pollers meet without being passed on between partitions of a queue.
  'matching.numTaskqueueReadPartitions': 1,
  'matching.numTaskqueueWritePartitions': 1,
  // New namespaces and search attributes are usable at once.
  'system.namespaceCacheRefreshInterval': '1s',
  'system.forceSearchAttributesCacheRefreshOnRead': true,
  // Sweeps of large clusters; here they only cost.
  'worker.taskQueueScannerEnabled': false,
  'worker.executionsScannerEnabled': false,
  'worker.historyScannerEnabled': false,
};

export const dynamicConfig = (): string => stringify(Object.fromEntries(Object.entries(DYNAMIC).map(([key, value]) => [key, [{ value }]])));
