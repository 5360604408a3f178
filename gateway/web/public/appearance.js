// Before the first paint, so that nothing flashes: light or dark, as chosen or as the system says.
(() => {
  const chosen = localStorage.getItem('microblog.appearance');
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.bsTheme = dark ? 'dark' : 'light';
})();
