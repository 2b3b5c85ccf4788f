// Styles of the launcher, and of the frame's box once there is one. Applied through CSSOM, which a strict style-src allows.
/** Our element makes no box of its own: in the flow of the shop's page it would cost a line, and the font for it. */
export const SHEET = `
:host { all: initial; display: contents; }
.launcher {
  position: fixed; bottom: calc(20px + env(safe-area-inset-bottom)); width: 56px; height: 56px; padding: 0; border: 0;
  border-radius: 50%; background: var(--accent); color: var(--ink); cursor: pointer; z-index: 2147483000;
  box-shadow: 0 1px 3px rgb(0 0 0 / .2), 0 8px 24px rgb(0 0 0 / .18); transition: transform .15s ease;
}
.launcher { right: 20px; }
:host([data-ballast="left"]) .launcher { right: auto; left: 20px; }
.launcher:hover { transform: translateY(-1px); }
.launcher:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
svg {
  position: absolute; inset: 0; margin: auto; width: 26px; height: 26px; fill: none; stroke: currentColor;
  stroke-width: 2; stroke-linecap: round; stroke-linejoin: round;
}
path { transition: opacity .15s ease; }
.cross, .open .bubble { opacity: 0; }
.open .cross { opacity: 1; }
.badge {
  position: absolute; top: -3px; right: -3px; min-width: 20px; height: 20px; padding: 0 5px; box-sizing: border-box;
  border-radius: 10px; background: #c62828; color: #fff; font: 600 12px/20px system-ui, sans-serif; text-align: center;
}
.badge[hidden] { display: none; }
@media (prefers-reduced-motion: reduce) { .launcher, path { transition: none; } .launcher:hover { transform: none; } }
@media print { .launcher { display: none; } }
`
export const FRAME_SHEET = `
.frame {
  position: fixed; right: 20px; bottom: calc(88px + env(safe-area-inset-bottom)); width: 392px; max-width: calc(100vw - 40px);
  height: 660px; max-height: calc(100dvh - 112px); border: 0; border-radius: 16px; z-index: 2147483001;
  box-shadow: 0 0 0 1px rgb(128 128 128 / .22), 0 2px 6px rgb(0 0 0 / .12), 0 16px 48px rgb(0 0 0 / .22); background: Canvas; color-scheme: light dark;
}
:host([data-ballast="left"]) .frame { right: auto; left: 20px; }
.frame[hidden] { display: none; }
:host([data-theme="light"]) .frame { color-scheme: light; }
:host([data-theme="dark"]) .frame { color-scheme: dark; }
@media (max-width: 520px) {
  :host([data-ballast]) .frame { inset: 0; width: 100%; max-width: none; height: 100dvh; max-height: none; border-radius: 0; }
  .launcher.open { display: none; }
}
@media print { .frame { display: none; } }
`
