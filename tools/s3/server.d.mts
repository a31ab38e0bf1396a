export function obtainS3Server(options?: { readonly env?: NodeJS.ProcessEnv; readonly progress?: (line: string) => void }): Promise<string>;
