/** The one task queue of the product: every worker hosts every workflow and activity. */
export const TASK_QUEUE = 'jiheng';
