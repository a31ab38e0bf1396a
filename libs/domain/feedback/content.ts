/** The unit acknowledges the feedback notice (反馈回执). */
export interface ReceiptContent {
  readonly acknowledged: true;
  readonly remark?: string;
}
