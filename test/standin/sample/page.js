window.stopListening = window.sample.listen((news) => {
  document.querySelector('[role=status]').textContent = JSON.stringify(news);
});
