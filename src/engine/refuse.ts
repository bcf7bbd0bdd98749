import { ClienteleError, type ErrorCode, type ErrorDetail } from '../contract/index.js';

/** An error that names its operation. */
export function refuse(
  code: ErrorCode,
  message: string,
  operation: string,
  detail: ErrorDetail = {},
): ClienteleError {
  return new ClienteleError(code, message, { ...detail, operation });
}
