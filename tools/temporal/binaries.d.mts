export interface TemporalBinaries {
  readonly server: string;
  readonly sqlTool: string;
  readonly version?: string;
  readonly source: 'environment' | 'path' | 'cache' | 'download' | 'build';
}
interface Options {
  readonly env?: NodeJS.ProcessEnv;
  readonly progress?: (line: string) => void;
}
export function pinnedVersion(): string;
export function cacheFolder(env?: NodeJS.ProcessEnv): string;
export function goVersion(env?: NodeJS.ProcessEnv): Promise<string | undefined>;
export function findTemporal(env?: NodeJS.ProcessEnv): Promise<TemporalBinaries | undefined>;
export function obtainTemporal(options?: Options): Promise<TemporalBinaries>;
