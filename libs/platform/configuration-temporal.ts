import { readFile } from 'node:fs/promises';
import type { TemporalConfiguration } from './configuration.js';
import { ConfigurationError } from './configuration.js';

/** What both of the SDK's connections (client and worker) take. */
export interface TemporalConnectionOptions {
  address: string;
  apiKey?: string;
  tls?: { serverRootCACertificate?: Buffer; serverNameOverride?: string; clientCertPair?: { crt: Buffer; key: Buffer } } | false;
}

async function pem(variable: string, file: string): Promise<Buffer> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new ConfigurationError([`${variable} names the file ${file}, which cannot be read (${error.code ?? error.message}).`]);
  });
}

/**
 * The SDK's options for the configured server; `address` is that of the embedded one when none is configured.
 * @throws ConfigurationError when a certificate file cannot be read
 */
export async function temporalConnectionOptions(
  { tls, apiKey, ...it }: TemporalConfiguration,
  address = it.address,
): Promise<TemporalConnectionOptions> {
  if (address === undefined) throw new ConfigurationError(['TEMPORAL_ADDRESS is missing.']);
  const options: TemporalConnectionOptions = { address, tls: false, ...(apiKey === undefined ? {} : { apiKey }) };
  if (!tls) return options;
  options.tls = {};
  if (tls.serverName !== undefined) options.tls.serverNameOverride = tls.serverName;
  if (tls.caFile !== undefined) options.tls.serverRootCACertificate = await pem('TEMPORAL_TLS_CA', tls.caFile);
  if (tls.certFile !== undefined && tls.keyFile !== undefined) {
    const [crt, key] = await Promise.all([pem('TEMPORAL_TLS_CERT', tls.certFile), pem('TEMPORAL_TLS_KEY', tls.keyFile)]);
    options.tls.clientCertPair = { crt, key };
  }
  return options;
}
