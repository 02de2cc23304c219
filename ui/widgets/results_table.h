// A table of results that can be taken along: as text, Markdown or LaTeX to the clipboard, as CSV, Markdown or LaTeX to a file. Rows that
// belong to another one are indented below it, and may be folded away: a click on the arrow, Right and Left. GUI thread only.
#pragma once

#include <optional>
#include <vector>

#include <QTableWidget>

#include "core/base/result.h"
#include "core/report/table.h"

class QAction;

namespace sonoglyph {

class ResultsTable : public QTableWidget {
    Q_OBJECT
public:
    /// How a row is shown, beside its cells.
    struct Row {
        bool quiet = false;          ///< nothing is measured there
        std::optional<bool> open{};  ///< whether the rows below that belong to it are shown; none: it has none that can be folded away
        int link = -1;               ///< the column of a cell that can be pressed; also Return presses it
        QString tip{};               ///< of all its cells
    };

    explicit ResultsTable(QWidget* parent = nullptr);

    /// Keeps the current row where it is still there. `rows`: of the first ones; the others are plain.
    void show(const Table& table, const std::vector<Row>& rows = {});
    const Table& table() const { return table_; }
    /// As tall as all its rows, for a page that scrolls as a whole.
    void setWhole(bool whole);
    /// For menus and the command palette.
    QList<QAction*> commands() const { return {copyMarkdown_, copyLatex_, save_}; }
    /// By the file's ending: .csv, .tex, .md. Errors: BadOption (another one), those of writing.
    Result<void> saveAs(const QString& file) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void failed(const sonoglyph::Error& error);
    /// By a person: the rows below this one are to be shown, or folded away.
    void foldWanted(int row, bool open);
    void linkActivated(int row);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    class NameDelegate;
    const Row& lookOf(int row) const;
    /// Where the arrow of a row that can be folded is; empty for others.
    QRect arrowRect(int row) const;
    bool isLinkAt(const QPoint& position) const;
    void copy(const std::string& text);
    void askAndSave();

    Table table_;
    std::vector<Row> rows_;
    bool whole_ = false;
    QAction *copyMarkdown_, *copyLatex_, *save_;
};

}  // namespace sonoglyph
