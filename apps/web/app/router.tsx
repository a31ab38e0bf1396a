import { createBrowserRouter, Navigate } from 'react-router';
import type { RouteObject } from 'react-router';
import { ErrorPage, MissingPage } from '../parts/error-page.js';
import { Frame } from './frame/frame.js';
import { AREAS, PUBLIC_AREAS } from '../pages/areas.js';

const logIn: RouteObject = { path: 'log-in', lazy: () => import('../pages/log-in/log-in.page.js') };

/** Every page is a part of its own that is loaded when somebody goes there; what belongs to an area stands in its folder. */
export const router = createBrowserRouter([
  {
    errorElement: <ErrorPage />,
    hydrateFallbackElement: <div />,
    children: [
      logIn,
      ...PUBLIC_AREAS,
      {
        element: <Frame />,
        children: [
          {
            errorElement: <ErrorPage />,
            children: [{ index: true, element: <Navigate to="/work" replace /> }, ...AREAS, { path: '*', element: <MissingPage /> }],
          },
        ],
      },
    ],
  },
]);
