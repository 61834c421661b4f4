// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listmodel.h"
#include "models/patternpreview.h"
#include "models/timelinelane.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace falconer {

class EmptyState;
class TableView;

// The action in view as it is read with the patterns that are being typed.
class PatternPreviewPane final : public QWidget {
    Q_OBJECT

public:
    explicit PatternPreviewPane(QWidget *parent = nullptr);
    ~PatternPreviewPane() override;

    // lane: nullptr when there is none.
    void showLane(const TimelineLane *lane, const QList<MessagePattern> &patterns);
    const PatternPreview &preview() const { return m_preview; }
    QString summary() const;

private:
    void showLines(const QString &summary);
    void showEmpty(const QString &sentence, const QString &nextStep);
    QString summaryOf(const QList<MessagePattern> &patterns) const;

    PatternPreview m_preview;
    ListModel<PreviewLine> m_model;
    QLabel *m_title;
    QLabel *m_summary;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    TableView *m_table;
};

} // namespace falconer
