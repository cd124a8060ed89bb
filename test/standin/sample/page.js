window.stopListening = window.api.listen((news) => {
  document.querySelector('[role=status]').textContent = JSON.stringify(news);
});
