let token = '';

/** The CSRF token of the present log-in, as the session answered it. */
export const csrfToken = {
  get: (): string => token,
  set: (it: string): void => {
    token = it;
  },
};
