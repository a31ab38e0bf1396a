const SECRET_KEY = /pass(word|wd)?$|secret|token|authorization|cookie|api_?key|^(phone|mobile|telephone|idNumber|id_number)$/i;
const DEPTH = 6;

/**
 * Chinese mobile numbers keep their first three and last four digits, identity numbers their first six,
 * passwords in URLs nothing.
 */
export function maskedText(text: string): string {
  return text
    .replace(/(?<![\dA-Za-z])(\d{6})\d{8}\d{3}[\dXx](?![\dA-Za-z])/g, '$1************')
    .replace(/(?<![\dA-Za-z])(1[3-9]\d)\d{4}(\d{4})(?![\dA-Za-z])/g, '$1****$2')
    .replace(/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:)[^\s@/]+@/gi, '$1***@');
}

function maskedValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return maskedText(value);
  if (typeof value !== 'object' || value === null || depth === 0) return value;
  if (Array.isArray(value)) return value.map((it) => maskedValue(it, depth - 1));
  // Errors are left to their serializer; Dates, Buffers and class instances have no fields to look into.
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return maskedFields(value as Record<string, unknown>, depth);
}

function maskedFields(fields: Record<string, unknown>, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, it]) => [key, SECRET_KEY.test(key) ? '[redacted]' : maskedValue(it, depth - 1)]),
  );
}

/** A copy of the fields of a log line without what nobody should read there. Numbers stay: amounts look like telephones. */
export const masked = (fields: object): Record<string, unknown> => maskedFields(fields as Record<string, unknown>, DEPTH);
